/** Hotels of a conference, their room types and the nights contracted. */
@NullMarked
package org.plenary.lodging.hotel;

import org.jspecify.annotations.NullMarked;
