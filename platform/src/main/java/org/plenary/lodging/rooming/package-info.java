/** What a hotel is told and tells back: rooming lists with changes, its own numbers, who came, who stayed away, who leaves late. */
@NullMarked
package org.plenary.lodging.rooming;

import org.jspecify.annotations.NullMarked;
