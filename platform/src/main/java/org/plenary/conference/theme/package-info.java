/** What conferences are about, and which of them are about the same at nearly the same time. */
@NullMarked
package org.plenary.conference.theme;

import org.jspecify.annotations.NullMarked;
