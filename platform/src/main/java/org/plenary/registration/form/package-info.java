/** The form that delegates fill, as far as it is about money and stock. */
@NullMarked
package org.plenary.registration.form;

import org.jspecify.annotations.NullMarked;
