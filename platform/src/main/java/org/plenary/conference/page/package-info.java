@NullMarked
package org.plenary.conference.page;

import org.jspecify.annotations.NullMarked;
