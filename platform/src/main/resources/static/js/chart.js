// Draws the figures in data-figures, or those at data-chart, with ECharts, in the page's own colours; the table below stays for everyone.
const canvases = [...document.querySelectorAll("[data-chart], [data-figures]")];
if (canvases.length) start();

async function start() {
    const echarts = await library();
    await Promise.allSettled(canvases.map(canvas => draw(echarts, canvas)));
}

function library() {
    return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = document.querySelector("meta[name=plenary-echarts]").content;
        script.onload = () => resolve(window.echarts);
        script.onerror = reject;
        document.head.append(script);
    });
}

async function draw(echarts, canvas) {
    const figures = canvas.dataset.figures ? JSON.parse(canvas.dataset.figures) : await fetched(canvas.dataset.chart);
    if (!figures) return;
    canvas.hidden = false;
    canvas.setAttribute("aria-hidden", "true");
    const chart = echarts.init(canvas, null, { renderer: "canvas" });
    chart.setOption(options(figures, canvas.dataset.kind, canvas.dataset.language));
    new ResizeObserver(() => chart.resize()).observe(canvas);
}

async function fetched(address) {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    return answer.ok ? answer.json() : null;
}

function options(figures, kind, language) {
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(name).trim();
    const [ink, line] = [colour("--ink-soft"), colour("--line")];
    const palette = [plain("var(--brand-ink)"), "#d08a1d", "#4b7f52", "#8a5aa8", "#b04a5a", "#4a6fa5"];
    const number = value => new Intl.NumberFormat(language, figures.unit
        ? { style: "currency", currency: figures.unit, maximumFractionDigits: 0 } : {}).format(value);
    const flat = kind === "horizontal";
    // One day is no curve: its figures stand as bars.
    const curve = kind === "line" && figures.categories.length > 1;
    const names = {
        type: "category", data: figures.categories, inverse: flat, boundaryGap: !curve,
        axisLabel: { color: ink, hideOverlap: true, width: flat ? 130 : undefined, overflow: "truncate" }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }
    };
    const values = {
        type: "value", minInterval: 1,
        axisLabel: { color: ink, formatter: number, hideOverlap: true }, splitLine: { lineStyle: { color: line } }
    };
    return {
        color: palette,
        animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
        grid: { left: 14, right: 16, top: figures.series.length > 1 ? 34 : 12, bottom: 4, containLabel: true },
        legend: { show: figures.series.length > 1, top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: ink } },
        // An HTML tooltip would need inline styles, which the content security policy forbids.
        tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: number, axisPointer: { type: kind === "line" ? "line" : "shadow" } },
        xAxis: flat ? values : names,
        yAxis: flat ? names : values,
        series: figures.series.map(each => ({
            name: each.name, data: each.values, type: curve ? "line" : "bar",
            stack: kind === "stacked" ? "all" : undefined, symbol: "circle", symbolSize: 6, showSymbol: figures.categories.length < 32,
            lineStyle: { width: 2.5 }, areaStyle: kind === "line" && figures.series.length === 1 ? { opacity: 0.08 } : undefined,
            barMaxWidth: 34, itemStyle: kind === "line" || kind === "stacked" ? {} : { borderRadius: flat ? [0, 4, 4, 0] : [4, 4, 0, 0] }
        }))
    };
}

/** A colour as ECharts understands it: it cannot read CSS functions such as oklch(), so a canvas reads it for us. */
function plain(value) {
    const probe = document.createElement("span");
    probe.style.color = value;
    document.body.append(probe);
    const computed = getComputedStyle(probe).color;
    probe.remove();
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    context.fillStyle = computed;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
    return `rgb(${r}, ${g}, ${b})`;
}
