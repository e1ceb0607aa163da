package org.plenary.bench;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What the Java of another process on this machine tells of its memory. */
final class Jvm implements AutoCloseable {
    private static final double MEGABYTE = 1024 * 1024;

    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final List<MemoryPoolMXBean> heap;

    private Jvm(JMXConnector connector, MBeanServerConnection connection) throws IOException {
        this.connector = connector;
        memory = ManagementFactory.getPlatformMXBean(connection, MemoryMXBean.class);
        heap = ManagementFactory.getPlatformMXBeans(connection, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    @SuppressWarnings("BanJNDI") // the address is that of a process on this machine that we have started
    static Jvm of(long pid) throws Exception {
        var machine = VirtualMachine.attach(String.valueOf(pid));
        try {
            var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            return new Jvm(connector, connector.getMBeanServerConnection());
        } finally {
            machine.detach();
        }
    }

    /** What is in use when all that nobody needs is cleared away, in MB; that stops the application for a moment. */
    double heapInUse() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    void forgetPeaks() {
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** In MB; at most this, for the heap's parts have their peaks at different moments. What nobody needs any more is in it. */
    double peakOfHeap() {
        return heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
