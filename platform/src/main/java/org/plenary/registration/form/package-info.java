/** The form that delegates fill: its definition, its versions, and the rules that answers keep. */
@NullMarked
package org.plenary.registration.form;

import org.jspecify.annotations.NullMarked;
