import { Progress } from 'antd'
import { useState } from 'react'
import { chosenFiles, droppedFiles, type PlacedFile } from './dropped-files.ts'
import type { Upload } from './use-uploads.ts'

interface DropZoneProps {
  readonly isReady: boolean
  readonly onFiles: (files: readonly PlacedFile[]) => void
}

/** Where files and folders are dropped, or chosen. */
export function DropZone({ isReady, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={isOver ? 'batch-drop is-over' : 'batch-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (isReady) void droppedFiles(event.dataTransfer.items).then(onFiles)
      }}
    >
      <p>把许多文件、一个文件夹或者压缩包（.zip）拖到这里。</p>
      <p className="file-buttons">
        <Choose label="选文件" isReady={isReady} onFiles={onFiles} />
        <Choose label="选文件夹" isFolder isReady={isReady} onFiles={onFiles} />
      </p>
      <p className="quiet">放进来只是收下、读一读；看过、确认以后才成为文稿。涉密材料不得上传。</p>
    </div>
  )
}

interface ChooseProps extends DropZoneProps {
  readonly label: string
  readonly isFolder?: boolean
}

function Choose({ label, isFolder = false, isReady, onFiles }: ChooseProps) {
  return (
    <label>
      {label}
      <input
        type="file"
        multiple
        className="unseen"
        disabled={!isReady}
        {...(isFolder ? { webkitdirectory: '' } : {})}
        onChange={({ target }) => {
          const files = chosenFiles(target.files ?? new DataTransfer().files)
          target.value = ''
          onFiles(files)
        }}
      />
    </label>
  )
}

/** How far the files are: all of them in a line, and each that is on its way or did not arrive. */
export function UploadLines({ uploads }: { readonly uploads: readonly Upload[] }) {
  const arrived = uploads.filter(({ share, fault }) => share === 1 || fault !== null).length
  const shown = uploads.filter(({ share, fault }) => fault !== null || (share > 0 && share < 1))
  if (uploads.length === 0) return null
  return (
    <div role="status" className="batch-uploads">
      <p>
        已收下 {arrived} / {uploads.length} 个
      </p>
      <Progress percent={Math.round((arrived / uploads.length) * 100)} aria-label="收下的文件" />
      <ul>
        {shown.map(({ path, share, fault }) => (
          <li key={path}>
            {path}　{fault === null ? `${Math.round(share * 100)}%，正在读` : <span className="fault">{fault}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
