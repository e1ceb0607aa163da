package org.plenary.papers.call;

/** Until when something is handed in. */
public record Round(Stage stage, Deadline deadline) {}
