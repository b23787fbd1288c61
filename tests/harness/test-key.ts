/** A public key made for tests only: it gives the extension a fixed id. Never part of a store build. */
export const TEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsgH0Qlt0KRYIRmi+mZ+YIJ8nUF+KPMLD3p5N7IK0QKnAEHNcH5BRirzugR+VCDF8YMKAPZ6KkKSaezQmL4BeezjTAYnnE36Wow/NiEuENOwp0l/9wggSp6LU2tiGIsE0g1tUwvOg49+hlO2LbwujWpaY/Y44BlfguFaYpdMu2BzaiFwJmX4zz16R59mSCnsL/wykNGzZpILf34yyLC7DiN7C5w7N3uAQPB0RaSEiyTydYa3B4h83znSWptlR13WulQ33BHrNqXecFlDOFx6hyaWJJsPyG7/KeDOZHks4ESU1B4g5ENipnIKCh/RQrStyS+wQy+gybtNkkzv4Tc1pVwIDAQAB';

/** The id that Chromium derives from it. */
export const TEST_EXTENSION_ID = 'aboejemlkpcebhbbnjmpnaccafcgiohh';
