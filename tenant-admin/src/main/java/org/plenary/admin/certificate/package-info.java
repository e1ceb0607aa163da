/** What an organization that left has in its hands: what was erased, what is kept and until when. */
@NullMarked
package org.plenary.admin.certificate;

import org.jspecify.annotations.NullMarked;
