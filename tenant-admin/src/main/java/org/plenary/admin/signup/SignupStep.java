package org.plenary.admin.signup;

/** How far the making of the tenant has come; each step is done when it is reached. */
public enum SignupStep {
    STARTED,
    VERIFIED,
    SCHEMA,
    OWNER,
    READY
}
