/** Only what a browser shows as a picture and cannot run. */
const pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

export function isPicture(mediaType: string): boolean {
  return pictures.includes(mediaType)
}
