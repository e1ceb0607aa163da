/** Who reviews: invitations, what reviewers say of themselves, and whom a paper conflicts with. */
@NullMarked
package org.plenary.papers.committee;

import org.jspecify.annotations.NullMarked;
