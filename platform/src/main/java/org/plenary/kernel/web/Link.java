package org.plenary.kernel.web;

/** An address with its text. */
public record Link(String href, String label) {}
