/** What taking part costs: fees with their price steps, capacities and codes. */
@NullMarked
package org.plenary.registration.fee;

import org.jspecify.annotations.NullMarked;
