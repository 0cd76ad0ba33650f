export {
  fingerprintOf,
  type InstallationKey,
  installationKey,
  isSameFingerprint,
  isSignedBy,
  KeyFailure,
  knownFingerprint,
} from './installation-key.ts'
export { type Sealer, sealerOf } from './sealer.ts'
