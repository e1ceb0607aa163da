@NullMarked
package org.plenary.tenancy.http;

import org.jspecify.annotations.NullMarked;
