/** What is asked for besides the password: one-time codes and the codes for when these are lost. */
@NullMarked
package org.plenary.identity.factor;

import org.jspecify.annotations.NullMarked;
