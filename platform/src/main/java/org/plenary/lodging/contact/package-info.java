/** People of the hotels: who is let in for which hotel, and the door that lets them see nothing else. */
@NullMarked
package org.plenary.lodging.contact;

import org.jspecify.annotations.NullMarked;
