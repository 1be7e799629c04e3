/** Service minutes as hours and minutes, `8:30`. */
export function inHours(serviceMinutes: number): string {
  const minutes = Math.round(serviceMinutes);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
