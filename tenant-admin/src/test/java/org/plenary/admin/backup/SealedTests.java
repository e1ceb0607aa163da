package org.plenary.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTests {
    private static final byte[] KEY = new byte[Sealed.KEY_BYTES];
    private static final byte[] HEADER = {1, 2, 3};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Sealed.BLOCK - 1, Sealed.BLOCK, Sealed.BLOCK + 1, 3 * Sealed.BLOCK})
    void whatWasSealedComesBackAndNothingThatIsShorterOrAnothers(int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);

        var bytes = seal(content);

        assertThat(open(bytes, HEADER)).isEqualTo(content);
        assertThatThrownBy(() -> open(Arrays.copyOf(bytes, bytes.length - 1), HEADER))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> open(bytes, new byte[] {3, 2, 1})).hasMessageContaining("cannot be read");
        // whole blocks that are cut off leave a file that looks well
        if (length > Sealed.BLOCK)
            assertThatThrownBy(() -> open(Arrays.copyOf(bytes, 5 + Sealed.BLOCK + Sealed.TAG_BYTES), HEADER))
                    .isInstanceOf(IOException.class);
        var claimedAsLast = bytes.clone();
        claimedAsLast[0] ^= 1;
        assertThatThrownBy(() -> open(claimedAsLast, HEADER)).hasMessageContaining("cannot be read");
    }

    private static byte[] seal(byte[] content) throws IOException {
        var stream = new ByteArrayOutputStream();
        try (var out = new SealedOutput(stream, new Sealed(KEY, HEADER))) {
            out.write(content);
        }
        return stream.toByteArray();
    }

    private static byte[] open(byte[] bytes, byte[] header) throws IOException {
        try (var in = new SealedInput(new ByteArrayInputStream(bytes), new Sealed(KEY, header))) {
            return in.readAllBytes();
        }
    }
}
