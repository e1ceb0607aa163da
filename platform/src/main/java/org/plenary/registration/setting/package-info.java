/** How the definitions of what a conference sells, and by which rules, are read. */
@NullMarked
package org.plenary.registration.setting;

import org.jspecify.annotations.NullMarked;
