package org.plenary.kernel.web;

/** A cell of a file that cannot be taken, and why, as {@code fragments/import} draws it. */
public record ImportProblem(int row, String column, String value, String message) {}
