/** The document of the API that programs and generators of clients read. */
@NullMarked
package org.plenary.identity.apidoc;

import org.jspecify.annotations.NullMarked;
