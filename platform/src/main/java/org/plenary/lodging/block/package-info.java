/** The organizer's pages of a block: what the contract says beside rooms per night, its parts, and what went back to the hotel. */
@NullMarked
package org.plenary.lodging.block;

import org.jspecify.annotations.NullMarked;
