import { createRoot } from 'react-dom/client'
import { Application } from './app/application.tsx'
import './app/app.css'
import './platform/archetypes/archetypes.css'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Application />)
