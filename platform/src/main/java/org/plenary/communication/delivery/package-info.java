@NullMarked
package org.plenary.communication.delivery;

import org.jspecify.annotations.NullMarked;
