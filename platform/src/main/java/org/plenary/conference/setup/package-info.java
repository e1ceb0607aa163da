@NullMarked
package org.plenary.conference.setup;

import org.jspecify.annotations.NullMarked;
