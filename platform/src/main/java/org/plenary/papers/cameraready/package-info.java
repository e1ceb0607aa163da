/** Final versions of accepted papers: handed in by authors with their checklist and copyright form, checked by editors. */
@NullMarked
package org.plenary.papers.cameraready;

import org.jspecify.annotations.NullMarked;
