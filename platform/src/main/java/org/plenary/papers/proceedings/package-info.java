/** The volume of a conference's accepted papers: its order, its PDF, its public pages and what is told to others of it. */
@NullMarked
package org.plenary.papers.proceedings;

import org.jspecify.annotations.NullMarked;
