export const CHART_SUMMARY = "画一张图：各单位任务数、到期、共同任务，例如 /chart 县司法局 到期";
export const NO_PICTURES = "现在不能画图；数字可以直接问，例如：哪个单位任务最多";
