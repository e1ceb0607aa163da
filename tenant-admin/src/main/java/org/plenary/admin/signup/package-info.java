@NullMarked
package org.plenary.admin.signup;

import org.jspecify.annotations.NullMarked;
