@NullMarked
package org.plenary.communication.sender;

import org.jspecify.annotations.NullMarked;
