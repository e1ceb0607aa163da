/** The language by which staff narrow papers down: read, checked and made into conditions of the database. */
@NullMarked
package org.plenary.papers.query;

import org.jspecify.annotations.NullMarked;
