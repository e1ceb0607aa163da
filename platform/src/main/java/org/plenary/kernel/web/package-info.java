@NullMarked
package org.plenary.kernel.web;

import org.jspecify.annotations.NullMarked;
