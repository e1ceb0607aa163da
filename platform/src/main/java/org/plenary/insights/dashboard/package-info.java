/** The dashboard of a conference: its figures, as charts and as numbers for programs. */
@NullMarked
package org.plenary.insights.dashboard;

import org.jspecify.annotations.NullMarked;
