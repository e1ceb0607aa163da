/** What a hotel charges, held against who stayed (HOTL-11). */
@NullMarked
package org.plenary.lodging.settlement;

import org.jspecify.annotations.NullMarked;
