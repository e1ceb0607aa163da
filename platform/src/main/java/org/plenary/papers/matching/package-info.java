/** Working out who reviews what: a run over all papers and reviewers of a conference, whose outcome the chairs look at first. */
@NullMarked
package org.plenary.papers.matching;

import org.jspecify.annotations.NullMarked;
