@NullMarked
package org.plenary.communication.document;

import org.jspecify.annotations.NullMarked;
