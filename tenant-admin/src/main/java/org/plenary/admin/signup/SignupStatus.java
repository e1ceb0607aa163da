package org.plenary.admin.signup;

/** Where a sign-up stands. */
public enum SignupStatus {
    VERIFYING_EMAIL,
    PROVISIONING,
    READY,
    FAILED
}
