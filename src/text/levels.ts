/** The levels of government: what names of areas end with, and names of units begin with. */
export const LEVELS = '省市州盟区县旗镇乡';
