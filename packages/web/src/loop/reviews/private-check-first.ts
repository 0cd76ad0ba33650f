import { fillInLibrary } from '@duizhao/view'

// Before anything else of the worker is loaded: modules use the library while they are set up.
fillInLibrary()
