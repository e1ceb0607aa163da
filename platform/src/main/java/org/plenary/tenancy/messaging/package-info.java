@NullMarked
package org.plenary.tenancy.messaging;

import org.jspecify.annotations.NullMarked;
