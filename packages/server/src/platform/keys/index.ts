export {
  fingerprintOf,
  type InstallationKey,
  installationKey,
  isSameFingerprint,
  isSignedBy,
  KeyFailure,
  knownFingerprint,
} from './installation-key.ts'
