/** One of two halves of the board that each scroll for themselves; on a phone, one is shown at a time. */
export const pane = 'min-h-0 flex-1 overflow-y-auto px-4 pb-52 @min-[40rem]:block @min-[40rem]:px-5 @min-[86rem]:px-6'
