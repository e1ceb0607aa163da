/** Taking many papers over from elsewhere: reading files, checking rows, writing with progress. */
@NullMarked
package org.plenary.papers.importing;

import org.jspecify.annotations.NullMarked;
