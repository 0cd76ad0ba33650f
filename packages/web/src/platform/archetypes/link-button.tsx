import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** A link to another page that looks like the buttons it stands among. */
export const LinkButton = createLink(Button)
