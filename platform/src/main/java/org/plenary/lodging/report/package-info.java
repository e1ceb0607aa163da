/** How full the hotel blocks are, how fast they fill, and what empty rooms cost. */
@NullMarked
package org.plenary.lodging.report;

import org.jspecify.annotations.NullMarked;
