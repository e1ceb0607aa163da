/** People who asked to be told what is new in a conference's registration notice. */
@NullMarked
package org.plenary.communication.news;

import org.jspecify.annotations.NullMarked;
