/** What people may ask of us about their own data: a copy, its erasure, and who has seen it. */
@NullMarked
package org.plenary.registration.privacy;

import org.jspecify.annotations.NullMarked;
