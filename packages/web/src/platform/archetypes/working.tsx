/** Says what takes a while when nobody knows how much of it is done; empty while there is nothing. */
export function Working({ words }: { readonly words: string }) {
  return (
    <div role="status">
      {words !== '' && (
        <>
          {words}
          <div role="progressbar" aria-label={words} className="unending" />
        </>
      )}
    </div>
  )
}
