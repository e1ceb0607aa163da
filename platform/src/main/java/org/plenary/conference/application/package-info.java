/** The application for a conference: what the authority asks, and its way through those who decide (APPR-14 to APPR-17). */
@NullMarked
package org.plenary.conference.application;

import org.jspecify.annotations.NullMarked;
