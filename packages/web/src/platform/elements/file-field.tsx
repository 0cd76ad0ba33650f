import { CameraOutlined, CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { type ChangeEvent, useState } from 'react'
import './elements.css'

interface FileFieldProps {
  readonly id?: string
  readonly value?: readonly File[]
  readonly onChange?: (files: readonly File[]) => void
  /** Bytes. */
  readonly largest: number
  readonly onPhoto?: () => void
}

/** Files from the disk, or a photograph from the camera of a phone. */
export function FileField({ id, value = [], onChange, largest, onPhoto }: FileFieldProps) {
  const [fault, setFault] = useState('')
  const add = ({ target }: ChangeEvent<HTMLInputElement>, isPhoto: boolean): void => {
    const given = [...(target.files ?? [])]
    // The same file may be chosen again after it was taken off the list.
    target.value = ''
    const large = given.filter(({ size }) => size > largest)
    setFault(large.length === 0 ? '' : `太大，没有加上：${large.map(({ name }) => name).join('、')}`)
    onChange?.([...value, ...given.filter(({ size }) => size <= largest)])
    if (isPhoto) onPhoto?.()
  }
  return (
    <>
      <div className="file-buttons">
        <label>
          <PaperClipOutlined aria-hidden="true" />
          &nbsp;选文件
          <input id={id} type="file" multiple className="unseen" onChange={(event) => add(event, false)} />
        </label>
        <label>
          <CameraOutlined aria-hidden="true" />
          &nbsp;拍照
          <input
            type="file"
            accept="image/*"
            capture="environment"
            className="unseen"
            onChange={(event) => add(event, true)}
          />
        </label>
      </div>
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <ul className="checks" aria-label="要上传的文件">
        {value.map((file) => (
          <li key={`${file.name} ${file.size} ${file.lastModified}`}>
            {file.name}
            <button
              type="button"
              className="plain"
              aria-label={`不上传“${file.name}”`}
              onClick={() => onChange?.(value.filter((kept) => kept !== file))}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
