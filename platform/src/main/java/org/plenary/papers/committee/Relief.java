package org.plenary.papers.committee;

import java.time.LocalDate;

/**
 * What a reviewer would take on when others fail.
 *
 * @param most papers beside those that they have
 * @param until the last day on which they may be asked
 */
public record Relief(int most, LocalDate until) {}
